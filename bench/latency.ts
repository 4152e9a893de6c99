import {request} from 'node:http';
import {quantile, type Measurement} from './report.ts';

const WARM_UP = 50;
const REQUESTS = 1000;

/**
 * p50 and p95 in milliseconds of one GET, over one kept-alive connection, from first byte sent to
 * last byte read. Requests to `url` and to `rival` alternate, so that a drift of the machine hits both.
 */
export async function compareLatency(
  name: string,
  url: string,
  rival: string,
): Promise<Measurement[]> {
  const {Agent} = await import('node:http');
  const agent = new Agent({keepAlive: true, maxSockets: 1});
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < WARM_UP + REQUESTS; round += 1) {
    const a = await latency(url, agent);
    const b = await latency(rival, agent);
    if (round >= WARM_UP) {
      ours.push(a);
      theirs.push(b);
    }
  }
  agent.destroy();
  const p95 = quantile(ours, 0.95);
  return [
    {what: `${name}: p50`, value: quantile(ours, 0.5), unit: 'ms'},
    {what: `${name}: p95`, value: p95, unit: 'ms', aim: '< 20 ms'},
    {
      what: `${name}: p50 against a static compressed file`,
      value: quantile(ours, 0.5) / quantile(theirs, 0.5),
      unit: '×',
      aim: '≤ 1.5 ×',
    },
    {
      what: `${name}: p95 against a static compressed file`,
      value: p95 / quantile(theirs, 0.95),
      unit: '×',
      aim: '≤ 1.5 ×',
    },
  ];
}

function latency(url: string, agent: import('node:http').Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    request(url, {agent, headers: {'accept-encoding': 'br, gzip'}}, (response) => {
      if (response.statusCode !== 200) {
        reject(new Error(`${url} answered ${String(response.statusCode)}`));
      }
      response.resume();
      response.on('end', () => {
        resolve(performance.now() - start);
      });
    })
      .on('error', reject)
      .end();
  });
}
