/** How long each step took, in milliseconds, in the order of the steps. */
export class StepClock {
  readonly #steps: { readonly name: string; readonly ms: number }[] = []

  async time<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
    const start = performance.now()
    try {
      return await work()
    } finally {
      this.#steps.push({ name, ms: performance.now() - start })
    }
  }

  get steps(): readonly { readonly name: string; readonly ms: number }[] {
    return this.#steps
  }

  /** How long all steps of a name took together. */
  total(name: string): number {
    return this.#steps.filter((step) => step.name === name).reduce((sum, step) => sum + step.ms, 0)
  }
}
