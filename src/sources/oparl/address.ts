/**
 * Which addresses a server may send us to: public ones over http and https. A council's server must not be able to make
 * this program ask the machines around it.
 *
 * Source: IANA special-purpose address registries for IPv4 and IPv6.
 */
import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

const PRIVATE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6')

/** Why an address is refused. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

/** Whether an IP address lies in a network of its own; what is no address does too. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return isPrivate(mapped)
  const family = isIP(address)
  if (family === 0) return true
  return PRIVATE.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** Throws `AddressRefused` for what can be told from the address alone. */
export function assertAllowed(url: URL, allowPrivate: boolean): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new AddressRefused(`${url.protocol} wird nicht abgerufen, nur http und https`)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && isIP(host) !== 0 && isPrivate(host))
    throw new AddressRefused(`${host} liegt in einem privaten Netz (netz.privateNetze erlaubt es)`)
}

/** Resolves a name for the connection itself, so that what was checked is what is connected to. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return callback(error, '')
    const bad = found.find(({ address }) => isPrivate(address))
    if (bad || !found[0])
      return callback(new AddressRefused(`${hostname} führt in ein privates Netz (netz.privateNetze erlaubt es)`), '')
    if (options.all) return callback(null, found)
    callback(null, found[0].address, found[0].family)
  })
}
