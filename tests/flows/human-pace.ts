import type { Locator, Page } from 'playwright-core'

/**
 * Keystroke-level model (Card, Moran and Newell 1980): the time that a practised person needs, from what has to be done.
 * Seconds.
 */
const KEY = 0.28
const POINT = 1.1
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
    /** Types a name until it is the first that is offered. */
    typeUntilFirst: async (name: string) => {
      const first = page.getByRole('option').first()
      for (const letter of name) {
        pace.keys++
        await page.keyboard.type(letter)
        if (name.indexOf(letter) < 0 || (await page.getByRole('combobox').inputValue()).length < 3) continue
        const start = performance.now()
        await page.waitForTimeout(200)
        await first.waitFor()
        pace.waited += (performance.now() - start) / 1000
        if ((await first.textContent())?.startsWith(name)) return
      }
      throw new Error(`"${name}" is never the first.`)
    },
    /** Seconds, by the model and with the waiting. */
    seconds: () => pace.keys * KEY + pace.taps * POINT + pace.fields * MENTAL + pace.waited,
    interactions: () => pace.keys + pace.taps,
  }
}
