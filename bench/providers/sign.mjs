// Posts requests that providers' own libraries have signed, or at least believe, to a suite.
//
// usage: node sign.mjs http://127.0.0.1:8080 [operator key]

import crypto from 'node:crypto';
import { createRequire } from 'node:module';

import { sign as signAsMeta } from '@octokit/webhooks-methods';
import { Webhook } from 'standardwebhooks';

const require = createRequire(import.meta.url);
const twilio = require('twilio/lib/webhooks/webhooks');
const jsonwebtoken = require('jsonwebtoken');
const plivo = require('plivo');
const messagebird = require('messagebird/lib/webhook-signature-jwt');
const { verifySignature } = require('@vonage/jwt');
const Telnyx = require('telnyx');

const [base = 'http://127.0.0.1:8080', operator = 'sgk_local_operator'] = process.argv.slice(2);
const HOOKS = 'https://hooks.sendgate.example';
const ACCOUNT = 'acct_libraries';
const US = '+18335550177';
const run = crypto.randomBytes(4).toString('hex');

const json = value => JSON.stringify(value);
const sha256 = text => crypto.createHash('sha256').update(text).digest('hex');
const hmac = (key, ...parts) => parts.reduce((h, p) => h.update(p), crypto.createHmac('sha256', key));
const { now } = await call('GET', '/local/clock');
const seconds = Math.floor(Date.parse(now) / 1000);

async function call(method, path, body) {
  const answer = await fetch(base + path, {
    method,
    body,
    headers: { Authorization: `Bearer ${operator}`, 'Content-Type': 'application/json' },
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const url = provider => `${HOOKS}/webhooks/${provider}/${ACCOUNT}`;
const form = { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' };
const asJson = { 'Content-Type': 'application/json' };
const ed25519 = crypto.generateKeyPairSync('ed25519');
const publicKey = ed25519.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
const whsec = 'whsec_' + crypto.randomBytes(24).toString('base64');

// Each answers the request; `believed` is the library's own word on it where it cannot sign.
const cases = {
  'twilio: twilio signs a form': {
    provider: 'twilio', secret: 'twilio-token',
    make(from, id) {
      const params = { MessageSid: 'SM' + id, From: from, To: US, Body: 'STOP', ToState: '', NumMedia: '0' };
      return {
        body: new URLSearchParams(params).toString(),
        headers: { ...form, 'X-Twilio-Signature': twilio.getExpectedTwilioSignature('twilio-token', url('twilio'), params) },
      };
    },
  },
  'meta: @octokit/webhooks-methods signs': {
    provider: 'meta', secret: 'meta-app-secret',
    async make(from, id) {
      const body = json({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value: {
        messaging_product: 'whatsapp', metadata: { display_phone_number: US.slice(1), phone_number_id: '1' },
        messages: [{ from: from.slice(1), id: 'wamid.' + id, timestamp: String(seconds), type: 'text', text: { body: 'STOP' } }] } }] }] });
      return { body, headers: { ...asJson, 'X-Hub-Signature-256': await signAsMeta('meta-app-secret', body) } };
    },
  },
  'telnyx: telnyx believes': {
    provider: 'telnyx', secret: publicKey,
    async make(from, id) {
      const body = json({ data: { event_type: 'message.received', id, occurred_at: now, record_type: 'event', payload: {
        direction: 'inbound', id, type: 'SMS', from: { phone_number: from }, to: [{ phone_number: US }], text: 'STOP', received_at: now } } });
      const stamp = String(seconds);
      const headers = { ...asJson, 'telnyx-timestamp': stamp,
        'telnyx-signature-ed25519': crypto.sign(null, Buffer.from(`${stamp}|${body}`), ed25519.privateKey).toString('base64') };
      const library = new (Telnyx.default ?? Telnyx)({ apiKey: 'k', publicKey });
      return { body, headers, believed: await library.webhooks.unwrap(body, { headers }).then(() => true) };
    },
  },
  'vonage: jsonwebtoken signs, @vonage/jwt believes': {
    provider: 'vonage', secret: 'vonage-signature-secret-of-some-length',
    make(from, id) {
      const body = json({ message_uuid: id, to: US.slice(1), from: from.slice(1), timestamp: now, channel: 'sms', message_type: 'text', text: 'STOP' });
      const secret = 'vonage-signature-secret-of-some-length';
      const token = jsonwebtoken.sign({ iat: seconds, jti: crypto.randomUUID(), iss: 'Vonage', payload_hash: sha256(body), api_key: 'a1' }, secret, { algorithm: 'HS256' });
      return { body, headers: { ...asJson, Authorization: 'Bearer ' + token }, believed: Boolean(verifySignature(token, secret)) };
    },
  },
  'plivo: plivo believes (V2)': {
    provider: 'plivo', secret: 'plivo-token', covers: 'url',
    make(from, id) {
      const nonce = String(crypto.randomInt(1e12));
      const signature = hmac('plivo-token', url('plivo') + nonce).digest('base64');
      const body = new URLSearchParams({ MessageUUID: id, From: from.slice(1), To: US.slice(1), Text: 'STOP', Type: 'sms', MessageIntent: '' }).toString();
      return { body, headers: { ...form, 'X-Plivo-Signature-V2': signature, 'X-Plivo-Signature-V2-Nonce': nonce },
        believed: plivo.validateSignature(url('plivo'), nonce, signature, 'plivo-token') };
    },
  },
  'plivo: plivo believes (V3)': {
    provider: 'plivo', secret: 'plivo-token',
    make(from, id) {
      const nonce = String(crypto.randomInt(1e12));
      const params = { From: from.slice(1), MessageUUID: id, Text: 'STOP', To: US.slice(1), Type: 'sms' };
      const text = Object.keys(params).sort().map(key => key + params[key]).join('');
      const signature = hmac('plivo-token', `${url('plivo')}?${text}.${nonce}`).digest('base64');
      return { body: new URLSearchParams(params).toString(), headers: { ...form, 'X-Plivo-Signature-V3': signature, 'X-Plivo-Signature-V3-Nonce': nonce },
        believed: plivo.validateV3Signature('POST', url('plivo'), nonce, 'plivo-token', signature, params) };
    },
  },
  'bird: jsonwebtoken signs, messagebird believes': {
    provider: 'bird', secret: 'bird-key',
    async make(from, id) {
      const body = json({ event: 'sms.inbound', service: 'channels', payload: { id, sender: { contact: { identifierKey: 'phonenumber', identifierValue: from } },
        receiver: { connectors: [{ identifierValue: US }] }, body: { type: 'text', text: { text: 'STOP' } }, createdAt: now } });
      const token = jsonwebtoken.sign({ iss: 'MessageBird', nbf: seconds, exp: seconds + 60, jti: crypto.randomUUID(), url_hash: sha256(url('bird')), payload_hash: sha256(body) },
        'bird-key', { algorithm: 'HS256', noTimestamp: true });
      const key = crypto.createSecretKey(Buffer.from('bird-key'));
      const drift = Math.abs(seconds - Date.now() / 1000);
      const believed = drift > 5 ? undefined : await messagebird.verify(url('bird'), Buffer.from(body), token, key).then(() => true);
      return { body, headers: { ...asJson, 'MessageBird-Signature-JWT': token }, believed };
    },
  },
  'bird: standardwebhooks signs': {
    provider: 'bird', secret: whsec,
    make(from, id) {
      const body = json({ type: 'sms.received', timestamp: now, data: { sms_id: id, from, to: US, text: 'STOP' } });
      return { body, headers: { ...asJson, 'webhook-id': 'msg_' + id, 'webhook-timestamp': String(seconds),
        'webhook-signature': new Webhook(whsec).sign('msg_' + id, new Date(seconds * 1000), body) } };
    },
  },
};

async function post(provider, { body, headers }) {
  const answer = await fetch(`${base}/webhooks/${provider}/${ACCOUNT}`, { method: 'POST', body, headers });
  await answer.arrayBuffer();
  return answer.status;
}

await call('PUT', '/accounts/' + ACCOUNT, json({
  businessName: 'Ada Plumbing', policy: 'customerflows',
  senders: [{ id: US, channel: 'sms', type: 'toll-free' }],
  attestations: [{ name: 'policy-accepted', by: 'ada', at: '2026-01-01T00:00:00Z' }],
}));
const { key } = await call('POST', `/accounts/${ACCOUNT}/keys`);

let failed = 0;
for (const [i, [label, one]] of Object.entries(cases).entries()) {
  const from = '+131255' + String(50000 + i * 1000 + crypto.randomInt(1000));
  await call('PUT', `/accounts/${ACCOUNT}/webhooks/${one.provider}`, json({ publicUrl: HOOKS, secrets: [one.secret] }));
  const request = await one.make(from, `${run}${i}`);
  const changed = { ...request, body: request.body.replace('STOP', 'STOQ') };
  const forged = await post(one.provider, changed);
  const genuine = await post(one.provider, request);
  const person = await fetch(`${base}/recipients/${encodeURIComponent(from)}`, { headers: { Authorization: `Bearer ${key}` } });
  const out = (await person.json()).optOuts.length;
  const wanted = genuine === 200 && request.believed !== false && (one.covers === 'url' ? forged === 200 : forged >= 400 && out === 1);
  failed += wanted ? 0 : 1;
  console.log(`${wanted ? 'ok  ' : 'FAIL'} ${label}: ${genuine}, opt-outs ${out}; changed: ${forged}${one.covers === 'url' ? ' (its body is not covered)' : ''}`);
}
process.exitCode = failed ? 1 : 0;
