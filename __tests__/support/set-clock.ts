/**
 * Read by a command before anything else (`node --import`), so that its days are those of the test: the clock goes on
 * from noon of the day that `TEST_TODAY` names, `YYYY-MM-DD`.
 */
const RealDate = Date
const begun = RealDate.now()
const noon = RealDate.parse(`${process.env.TEST_TODAY}T12:00:00Z`)
const now = () => noon + RealDate.now() - begun

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
})
