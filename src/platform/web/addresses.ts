/** Where an address is sent that cannot be read; nobody lives there, so that it is answered like any other that leads nowhere. */
const NOWHERE = '/-'

/**
 * The router answers by itself what it cannot read (escapes that stand for no letter, %ED%A0%80) or finds too long: past the
 * headers, past the doors, in a machine's words. So it is never asked for the first, and looks up ids of any length.
 */
export const ADDRESSES = {
  rewriteUrl: ({ url = '/' }: { url?: string | undefined }): string => (isReadable(url) ? url : NOWHERE),
  /** More letters than Node lets into a request line. */
  routerOptions: { maxParamLength: 64 * 1024 },
}

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')

    return true
  } catch {
    return false
  }
}
