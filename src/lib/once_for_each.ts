/** What follows from a thing alone is worked out once for the very same thing, for as long as anybody holds it. */
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
