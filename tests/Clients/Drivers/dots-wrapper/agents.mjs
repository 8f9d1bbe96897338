// Agents, knowledge bases and model keys.
import { all, gone, use } from './client.mjs';

export async function agents() {
  const models = await use('genAi.listModels', all, ({ models: found }) => found.length > 0);
  const regions = await use('genAi.listRegions', all, ({ regions: found }) => found.length > 0);
  const details = {
    name: 'helper', instruction: 'Be brief.', model_uuid: models?.models[0].uuid, project_id: '4e1bfbc3-dc3e-41f2-a18f-1b4d7ba71679', region: regions?.regions[0].region,
  };
  const created = await use('genAi.createAgent', details, ({ agent }) => [agent.name, agent.instruction]);
  const agent_uuid = created?.agent.uuid;
  await use('genAi.listAgents', all, ({ agents: found }) => found.some((agent) => agent.uuid === agent_uuid));
  await use('genAi.getAgent', { agent_uuid }, ({ agent }) => agent.name);
  await use('genAi.updateAgent', { agent_uuid, name: 'assistant' }, ({ agent }) => agent.name);
  await use('genAi.updateAgentVisibility', { agent_uuid, visibility: 'VISIBILITY_PRIVATE' });
  await use('genAi.listAgentVersions', { ...all, agent_uuid }, ({ agent_versions }) => Array.isArray(agent_versions));
  // The client's path is not one of the API.
  await gone('genAi.rollbackAgentVersion', { agent_uuid, version_uuid: '123e4567-e89b-12d3-a456-426614174000' });
  await agentKeys(agent_uuid);
  await routes(agent_uuid, details);
  await knowledgeBases(agent_uuid);
  await modelKeys('OpenAI', 'openai');
  await modelKeys('Anthropic', 'anthropic');
  await use('genAi.deleteAgent', { agent_uuid }, ({ agent }) => agent.uuid === agent_uuid);
  await gone('genAi.getAgent, deleted', { agent_uuid });
}

async function agentKeys(agent_uuid) {
  const created = await use('genAi.createAgentKey', { agent_uuid, name: 'ci' }, ({ api_key_info }) => api_key_info.name);
  const key = { agent_uuid, api_key_uuid: created?.api_key_info.uuid };
  await use('genAi.listAgentKeys', { ...all, agent_uuid }, ({ api_key_infos }) => api_key_infos.some((found) => found.uuid === key.api_key_uuid));
  await use('genAi.updateAgentKey', { ...key, name: 'nightly' }, ({ api_key_info }) => api_key_info.name);
  await use('genAi.regenerateAgentKey', key, ({ api_key_info }) => api_key_info.uuid === key.api_key_uuid);
  await use('genAi.deleteAgentKey', key);
}

async function routes(agent_uuid, details) {
  const child = await use('genAi.createAgent, a child', { ...details, name: 'child' }, ({ agent }) => agent.name);
  const route = { parent_agent_uuid: agent_uuid, child_agent_uuid: child?.agent.uuid };
  await use('genAi.attachAgentRoute', { ...route, route: { if_case: 'asked about billing', route_name: 'billing' } });
  await use('genAi.listAgentRoutes', { ...all, agent_uuid });
  await use('genAi.updateAgentRoute', { ...route, updates: { if_case: 'asked about invoices' } });
  await use('genAi.detachAgentRoute', route);
  const attached = await use('genAi.attachFunctionRoute', {
    agent_uuid,
    function_route: {
      function_name: 'weather', description: 'Tells the weather', faas_name: 'default/weather', faas_namespace: 'fn-b90faf52', input_schema: {}, output_schema: {},
    },
  });
  const function_route_id = attached?.agent?.functions?.[0]?.uuid ?? '123e4567-e89b-12d3-a456-426614174000';
  await use('genAi.updateFunctionRoute', { agent_uuid, function_route_id, updates: { description: 'Tells tomorrow\'s weather' } });
  await use('genAi.detachFunctionRoute', { agent_uuid, function_route_id });
}

async function knowledgeBases(agent_uuid) {
  const created = await use('genAi.createKnowledgeBase', {
    name: 'handbook', embedding_model_uuid: '12345678-1234-1234-1234-123456789012', project_id: '4e1bfbc3-dc3e-41f2-a18f-1b4d7ba71679', region: 'tor1', datasources: [],
  }, ({ knowledge_base }) => knowledge_base.name);
  const knowledge_base_uuid = created?.knowledge_base.uuid;
  await use('genAi.listKnowledgeBases', all, ({ knowledge_bases }) => knowledge_bases.some((found) => found.uuid === knowledge_base_uuid));
  await use('genAi.getKnowledgeBase', { knowledge_base_uuid }, ({ knowledge_base }) => knowledge_base.name);
  await use('genAi.updateKnowledgeBase', { knowledge_base_uuid, updates: { name: 'manual' } }, ({ knowledge_base }) => knowledge_base.name);
  const source = await use('genAi.addKnowledgeBaseDataSource', { knowledge_base_uuid, data: { spaces_data_source: { bucket_name: 'docs', region: 'tor1' } } },
    ({ knowledge_base_data_source }) => typeof knowledge_base_data_source.uuid);
  const data_source_uuid = source?.knowledge_base_data_source.uuid;
  await use('genAi.listKnowledgeBaseDataSources', { ...all, knowledge_base_uuid }, ({ knowledge_base_data_sources }) => knowledge_base_data_sources.some((found) => found.uuid === data_source_uuid));
  await use('genAi.attachKnowledgeBase', { agent_uuid, knowledge_base_uuid }, ({ agent }) => agent.uuid === agent_uuid);
  await use('genAi.attachKnowledgeBases', { agent_uuid, knowledge_base_uuids: [knowledge_base_uuid] }, ({ agent }) => agent.uuid === agent_uuid);
  await use('genAi.detachKnowledgeBase', { agent_uuid, knowledge_base_uuid }, ({ agent }) => agent.uuid === agent_uuid);
  const job = await use('genAi.createIndexingJob', { knowledge_base_uuid, data_source_uuids: [data_source_uuid] }, ({ job: found }) => typeof found.uuid);
  const indexing_job_uuid = job?.job.uuid;
  await use('genAi.listIndexingJobs', all, ({ jobs }) => jobs.some((found) => found.uuid === indexing_job_uuid));
  await use('genAi.getIndexingJob', { indexing_job_uuid }, ({ job: found }) => found.uuid === indexing_job_uuid);
  await use('genAi.listIndexingJobDataSources', { indexing_job_uuid }, ({ indexed_data_sources }) => Array.isArray(indexed_data_sources));
  await use('genAi.cancelIndexingJob', { indexing_job_uuid }, ({ job: found }) => found.uuid === indexing_job_uuid);
  await use('genAi.deleteKnowledgeBaseDataSource', { knowledge_base_uuid, data_source_uuid });
  await use('genAi.deleteKnowledgeBase', { knowledge_base_uuid }, ({ uuid }) => uuid === knowledge_base_uuid);
  await gone('genAi.getKnowledgeBase, deleted', { knowledge_base_uuid });
}

async function modelKeys(vendor, path) {
  const plural = vendor === 'OpenAI' ? 'listOpenAIKeys' : 'listAnthropicKeys';
  const created = await use(`genAi.create${vendor}Key`, { name: 'ours', api_key: 'not a real key' }, ({ api_key_info }) => api_key_info.name);
  const key_uuid = created?.api_key_info.uuid;
  await use(`genAi.${plural}`, all, ({ api_key_infos }) => api_key_infos.some((found) => found.uuid === key_uuid));
  await use(`genAi.get${vendor}Key`, { key_uuid }, ({ api_key_info }) => api_key_info.name);
  await use(`genAi.update${vendor}Key`, { key_uuid, updates: { name: `our ${path} key` } }, ({ api_key_info }) => api_key_info.name);
  await use(`genAi.listAgentsBy${vendor}Key`, { ...all, key_uuid }, ({ agents: found }) => Array.isArray(found));
  await use(`genAi.delete${vendor}Key`, { key_uuid }, ({ api_key_info }) => api_key_info.uuid === key_uuid);
  await gone(`genAi.get${vendor}Key, deleted`, { key_uuid });
}
