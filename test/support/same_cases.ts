import fc from 'fast-check'

/** The same cases in every run, so that a run that fails does so for what changed. `SEED=random npm test` looks for new ones. */
const { SEED = '20260610' } = process.env
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) })
