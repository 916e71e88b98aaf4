/** A strict little reader of XML, written apart from what writes it: elements in order, their attributes and text; throws where it is not well formed. */
export interface Element {
  name: string
  attributes: Record<string, string>
  /** The text directly inside. */
  text: string
  children: Element[]
}

export function readXml(xml: string): Element {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(xml))
    throw new Error('a character XML does not allow')
  const root: Element = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  for (const [whole, closing, name = '', rest = '', empty, text] of xml.matchAll(TOKEN)) {
    const inside = open.at(-1) ?? root
    if (text !== undefined) inside.text += unescaped(text)
    else if (whole.startsWith('<?')) continue
    else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`)
    } else {
      const element = { name, attributes: attributesOf(rest), text: '', children: [] }
      inside.children.push(element)
      if (!empty) open.push(element)
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one whole element')

  return root.children[0] as Element
}

const TOKEN = /<\?[^>]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy

/** Every element of a name, however deep. */
export function elements(root: Element, name: string): Element[] {
  return [...(root.name === name ? [root] : []), ...root.children.flatMap((child) => elements(child, name))]
}

export function textIn(root: Element): string {
  return root.text + root.children.map(textIn).join('')
}

function attributesOf(rest: string): Record<string, string> {
  return Object.fromEntries(
    [...rest.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', one, other]) => [
      name,
      unescaped(one ?? other ?? ''),
    ]),
  )
}

function unescaped(text: string): string {
  const known: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+)?;?/g, (whole, name: string | undefined) => {
    if (!name || !whole.endsWith(';')) throw new Error('a bare &')
    if (name.startsWith('#'))
      return String.fromCodePoint(Number(name[1] === 'x' ? `0x${name.slice(2)}` : name.slice(1)))
    if (!(name in known)) throw new Error(`no entity ${name}`)

    return known[name] ?? ''
  })
}
