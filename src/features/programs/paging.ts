/** Long lists are drawn a page at a time: only what is seen is drawn. */

export interface PageLink {
  page: number
  /** "51–100". */
  label: string
  here: boolean
}

/** The items of one page, and the links to all; no links where one page holds everything. A page that is not there is the nearest. */
export function pageOfItems<T>(items: readonly T[], asked: number, most: number): { items: T[]; pager: PageLink[] } {
  const pages = Math.max(1, Math.ceil(items.length / most))
  const page = Math.min(Math.max(1, asked), pages)
  const links = Array.from({ length: pages }, (_, i) => ({
    page: i + 1,
    label: `${i * most + 1}–${Math.min(items.length, (i + 1) * most)}`,
    here: i + 1 === page,
  }))

  return { items: items.slice((page - 1) * most, page * most), pager: pages > 1 ? links : [] }
}

/** The page somebody asked for in the address: a number from 1 on, or nothing. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined
}
