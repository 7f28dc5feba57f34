import type {WebhookDefinition} from './webhooks/deliver.ts'

/**
 * The webhook that tells the site what changed. Its filter and projection stand in one place, which a hosted
 * project's webhook is made from as well, so that both ask for the same.
 */
export async function revalidationHook(url: string): Promise<Omit<WebhookDefinition, 'secret'>> {
  const {revalidationWebhook} = await import('../webhook.ts')
  return {id: 'revalidation', url, on: ['create', 'update', 'delete'], ...revalidationWebhook}
}
