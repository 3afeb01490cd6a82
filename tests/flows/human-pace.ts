import type { Locator, Page } from 'playwright-core'

/**
 * Keystroke-level model (Card, Moran and Newell 1980): the time that a practised person needs, from what has to be done.
 * Seconds.
 */
const KEY = 0.28
const POINT = 1.1
/** Letters typed before the list is looked at. */
const LOOKS_UP_AFTER = 4
/** The list is asked for when the typing rests so long (150 ms), and is answered. */
const SETTLES_MS = 250
/** Thinking before each field. */
const MENTAL = 1.35

export interface Pace {
  keys: number
  taps: number
  fields: number
  /** Waiting for the page, as it was on this machine. */
  waited: number
}

/** Does what a person would, and counts it. */
export function humanPace(page: Page) {
  const pace: Pace = { keys: 0, taps: 0, fields: 0, waited: 0 }
  const wait = async (locator: Locator) => {
    const start = performance.now()
    await locator.waitFor()
    pace.waited += (performance.now() - start) / 1000
  }
  return {
    pace,
    wait,
    /** The person turns to the next thing to decide. */
    field: () => {
      pace.fields++
    },
    press: async (key: string) => {
      pace.keys++
      await page.keyboard.press(key)
    },
    /** A tap; what is out of sight has to be brought into it first, which is one more. */
    tap: async (locator: Locator) => {
      const box = await locator.boundingBox()
      const height = page.viewportSize()?.height ?? 0
      if (!box || box.y < 0 || box.y + box.height > height) pace.taps++
      pace.taps++
      await locator.tap()
    },
    /** Types a name until it is offered. Answers at which place. */
    typeUntilOffered: async (name: string): Promise<number> => {
      for (const [at, letter] of [...name].entries()) {
        pace.keys++
        await page.keyboard.type(letter)
        // A person looks up after a few letters, and then after each.
        if (at < LOOKS_UP_AFTER - 1) continue
        const start = performance.now()
        await page.waitForTimeout(SETTLES_MS)
        await page.getByRole('option').first().waitFor()
        pace.waited += (performance.now() - start) / 1000
        const offered = await page.getByRole('option').allTextContents()
        const place = offered.findIndex((text) => text.startsWith(name))
        if (place >= 0) return place
      }
      throw new Error(`"${name}" is never offered.`)
    },
    /** Seconds, by the model and with the waiting. */
    seconds: () => pace.keys * KEY + pace.taps * POINT + pace.fields * MENTAL + pace.waited,
    interactions: () => pace.keys + pace.taps,
  }
}
