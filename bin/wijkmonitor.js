#!/usr/bin/env node
// The product is TypeScript throughout; tsx reads it on every Node version that we support.
import {register} from 'tsx/esm/api';

register();
await import('../cli.ts');
