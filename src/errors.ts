/** The platform cannot take the message now; it may be tried again after so many seconds. */
export class RetryLater extends Error {
  readonly seconds: number
  constructor(seconds: number, reason: string) {
    super(reason)
    this.name = 'RetryLater'
    this.seconds = seconds
  }
}

/** The person can no longer be written to in this conversation. */
export class Unreachable extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'Unreachable'
  }
}

/** A request that is rightly refused; the message is written for the person who asked. */
export class Refusal extends Error {
  constructor(textForThePerson: string) {
    super(textForThePerson)
    this.name = 'Refusal'
  }
}

/** A file or an answer that cannot be read; the message says which and why. */
export class Unreadable extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'Unreadable'
  }
}

/** A setting that keeps the bot from starting; the message names the key and the remedy, in Indonesian. */
export class Misconfigured extends Error {
  readonly key: string
  constructor(key: string, remedy: string) {
    super(`${key}: ${remedy}`)
    this.name = 'Misconfigured'
    this.key = key
  }
}
