import type {RequestHandler} from 'express';
import helmet from 'helmet';
import {HostNietToegestaan} from './errors.ts';

/** Strict headers: our own files only, nothing inline, no frames, no sniffing. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: {policy: 'same-origin'},
    xFrameOptions: {action: 'deny'},
    // Only old browsers that can't run the app read these; each answer would carry them.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
  });
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The demo answers only to loopback names: another name in Host is a DNS-rebinding attack. */
export function onlyLoopbackHost(): RequestHandler {
  return (request, _response, next) => {
    const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    if (!LOOPBACK_NAMES.has(host)) throw new HostNietToegestaan();
    next();
  };
}
