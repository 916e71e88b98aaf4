/** Works out once what follows from an object alone, and forgets it with the object. A copy is another object. */
export function onceForEach<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const made = new WeakMap<Of, { made: Made }>()

  return (of) => {
    const found = made.get(of)
    if (found) return found.made
    const anew = make(of)
    made.set(of, { made: anew })

    return anew
  }
}

/** The same for what follows from a text. Once `most` texts are remembered all are forgotten, so that memory stays small. */
export function onceForText<Made>(most: number): (text: string, make: (text: string) => Made) => Made {
  const made = new Map<string, Made>()

  return (text, make) => {
    if (made.has(text)) return made.get(text) as Made
    if (made.size === most) made.clear()
    const anew = make(text)
    made.set(text, anew)

    return anew
  }
}
