import {randomUUID} from 'node:crypto'
import type {WebSocket} from 'ws'
import {bearerToken, type Identities} from '../access/identities.ts'
import {LakeError} from '../errors.ts'
import {heartbeatInterval} from '../http/server-sent-events.ts'
import {sendWithin} from '../http/sockets.ts'
import type {Identity, JsonObject, JsonValue} from '../types.ts'

/** JSON-RPC error codes as `@sanity/bifur-client` knows them. */
const errorCodes = {unauthorized: 4001, tooMany: 4029, badMessage: -32700, unknownMethod: -32601} as const

/** Subscriptions and sessions of one tab, which needs one of each. */
const mostOfEach = 50

type Member = {socket: WebSocket; identity: Identity; subscriptions: Set<string>; sessions: Set<string>}

/**
 * Who is where in the Studio: each tab announces its place, and all others of the dataset hear it.
 * Speaks what `@sanity/bifur-client` speaks, JSON-RPC 2.0 over a WebSocket.
 */
export class PresenceRoom {
  readonly #members = new Set<Member>()
  readonly #identities: Identities

  constructor(identities: Identities) {
    this.#identities = identities
  }

  join(socket: WebSocket): void {
    const member: Member = {
      socket,
      identity: {kind: 'anonymous'},
      subscriptions: new Set(),
      sessions: new Set(),
    }
    this.#members.add(member)
    const heartbeat = setInterval(() => sendWithin(socket, '♥'), heartbeatInterval)
    socket.on('message', (data) => this.#receive(member, String(data)))
    socket.on('close', () => {
      clearInterval(heartbeat)
      this.#members.delete(member)
      for (const session of member.sessions) this.#tellLeft(member, session)
    })
  }

  #receive(member: Member, text: string): void {
    const call = parseCall(text)
    if (!call) {
      sendError(member.socket, null, errorCodes.badMessage, 'A message has to be a JSON-RPC 2.0 request')
      return
    }
    if (call.method === 'authorization') {
      this.#authorize(member, call)
      return
    }
    if (member.identity.kind === 'anonymous') {
      sendError(member.socket, call.id, errorCodes.unauthorized, 'Presence needs a sign-in')
      return
    }
    this.#perform(member, member.identity.userId, call)
  }

  #authorize(member: Member, {id, params}: Call): void {
    const {authorization} = params
    try {
      const token = bearerToken(typeof authorization === 'string' ? authorization : undefined)
      member.identity = this.#identities.identify(token)
      sendResult(member.socket, id, 'ok')
    } catch (error) {
      if (!(error instanceof LakeError)) throw error
      sendError(member.socket, id, errorCodes.unauthorized, error.message)
    }
  }

  #perform(member: Member, userId: string, {id, method, params}: Call): void {
    switch (method) {
      case 'presence_subscribe': {
        if (member.subscriptions.size >= mostOfEach) {
          refuseMore(member, id)
          return
        }
        const subscription = randomUUID()
        member.subscriptions.add(subscription)
        sendResult(member.socket, id, subscription)
        return
      }
      case 'presence_unsubscribe':
        if (typeof params.subscriptionId === 'string') member.subscriptions.delete(params.subscriptionId)
        sendResult(member.socket, id, 'ok')
        return
      case 'presence_announce':
        if (isObject(params.data) && typeof params.data.sessionId === 'string') {
          const {sessionId} = params.data
          const isNew = !member.sessions.has(sessionId)
          if (isNew && member.sessions.size >= mostOfEach) {
            refuseMore(member, id)
            return
          }
          member.sessions.add(sessionId)
          this.#tell(member, {type: 'state', i: userId, m: params.data})
        }
        sendResult(member.socket, id, 'ok')
        return
      case 'presence_rollcall':
        this.#tell(member, {type: 'rollCall', i: userId, session: params.session ?? ''})
        sendResult(member.socket, id, 'ok')
        return
      case 'presence_disconnect':
        if (typeof params.session === 'string') {
          member.sessions.delete(params.session)
          this.#tellLeft(member, params.session)
        }
        sendResult(member.socket, id, 'ok')
        return
      default:
        sendError(member.socket, id, errorCodes.unknownMethod, `There is no method "${method}"`)
    }
  }

  #tellLeft(member: Member, session: string): void {
    if (member.identity.kind === 'anonymous') return
    this.#tell(member, {type: 'disconnect', i: member.identity.userId, m: {session}})
  }

  /** The sender hears itself as well, as in hosted Sanity: the Studio leaves its own session out. */
  #tell(sender: Member, result: JsonObject): void {
    for (const {socket, subscriptions} of new Set([...this.#members, sender])) {
      for (const subscription of subscriptions) {
        const params = {subscription, result}
        sendWithin(socket, JSON.stringify({jsonrpc: '2.0', method: 'presence_subscription', params}))
      }
    }
  }
}

type Call = {id: JsonValue; method: string; params: JsonObject}

function parseCall(text: string): Call | null {
  let message: JsonValue
  try {
    message = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(message) || typeof message.method !== 'string') return null
  return {
    id: message.id ?? null,
    method: message.method,
    params: isObject(message.params) ? message.params : {},
  }
}

function refuseMore({socket}: Member, id: JsonValue): void {
  sendError(socket, id, errorCodes.tooMany, `A tab may have ${mostOfEach} subscriptions and sessions`)
}

function sendResult(socket: WebSocket, id: JsonValue, result: JsonValue): void {
  sendWithin(socket, JSON.stringify({jsonrpc: '2.0', id, result}))
}

function sendError(socket: WebSocket, id: JsonValue, code: number, message: string): void {
  sendWithin(socket, JSON.stringify({jsonrpc: '2.0', id, error: {code, message}}))
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
