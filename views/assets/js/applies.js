/** Hides the questions that do not apply, as reflections/applies.ts says; without it they are explained and ignored. */
for (const form of document.querySelectorAll('[data-behaviour~="applies"]')) {
  for (const note of form.querySelectorAll('.unless')) note.hidden = true
  for (const event of ['change', 'words']) form.addEventListener(event, () => show(form))
  show(form)
}

function show(form) {
  const reached = chosen(form, 'reached')
  for (const question of form.querySelectorAll('[data-left-out]')) {
    const out = question.dataset.leftOut.split(' ').includes(reached)
    question.hidden = out
    question.disabled = out
  }
  for (const question of form.querySelectorAll('[data-only-if]')) {
    const [name, value] = question.dataset.onlyIf.split(' ')
    question.hidden = chosen(form, name) !== value
  }
  offerNotNeeded(form, reached)
  const whatGaveItAway = form.querySelector('[name="cover_reason"]')?.closest('.q')
  if (whatGaveItAway) whatGaveItAway.hidden = chosen(form, 'cover') === 'kept'
}

/** "Not needed" is no answer where what one came for was not dealt with. */
function offerNotNeeded(form, reached) {
  const notNeeded = form.querySelector('[name="escalation"][value="not_needed"]')
  if (!notNeeded) return
  const out = ['gave_up', 'no_answer'].includes(reached) || chosen(form, 'addressed') === 'no'
  notNeeded.closest('label').hidden = out
  notNeeded.disabled = out
  if (out) notNeeded.checked = false
}

function chosen(form, name) {
  return form.querySelector(`[name="${name}"]:checked`)?.value ?? ''
}
