import { availableParallelism } from 'node:os'
import { autosave } from './autosave.ts'
import { closing } from './closing.ts'
import { exports } from './exports.ts'
import { installAndStart } from './install_and_start.ts'
import { letters } from './letters.ts'
import { load } from './load.ts'
import { type Result, RUNS } from './measure.ts'
import { months } from './months.ts'
import { pageSizes } from './page_sizes.ts'
import { rotation } from './rotation.ts'
import { slowPhone } from './slow_phone.ts'

const parts: Record<string, () => Promise<Result[]>> = {
  start: installAndStart,
  pages: pageSizes,
  load,
  months,
  closing,
  letters,
  rotation,
  autosave,
  phone: slowPhone,
  exports,
}
const asked = process.argv[2]

console.log(`Medians of ${RUNS} runs on ${availableParallelism()} cores with Node ${process.versions.node}.\n`)
console.log('| what | measured | beside |\n|---|---|---|')
for (const [name, measure] of Object.entries(parts))
  if (!asked || asked === name)
    for (const { what, measured, beside } of await measure()) console.log(`| ${what} | ${measured} | ${beside ?? ''} |`)
