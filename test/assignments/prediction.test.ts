import { describe, expect, it } from 'vitest'
import { predictionComplaints, refuseSecondPrediction } from '../../src/features/assignments/prediction.ts'

describe('a prediction', () => {
  it('is complete with three answers', () => {
    expect(predictionComplaints({ predictedValued: '4', predictedAddressed: 'partly', mood: 'calm' })).toEqual({})
  })

  it('complains about each answer that is missing or not one of those shown', () => {
    const complaints = predictionComplaints({ predictedValued: '6', predictedAddressed: 'partly' })

    expect(Object.keys(complaints)).toEqual(['predictedValued', 'mood'])
  })

  it('is sealed: a second one is refused, the same or another', () => {
    const sealed = { predictedValued: 4, predictedAddressed: 'yes', mood: 'calm' } as const

    expect(() => refuseSecondPrediction(sealed)).toThrow(/sealed/)
    expect(() => refuseSecondPrediction(null)).not.toThrow()
  })
})
