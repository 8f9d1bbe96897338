// Models, routers, evaluations and dedicated inference.
import { page, tool } from './server.mjs';

export async function models() {
  const found = await tool('inference-model-catalog-search');
  await tool('inference-model-catalog-get-card', { ModelUUID: found?.model_uuids?.[0] ?? 'none' });
  await tool('genai-models-unified-search');
  await tool('genai-custom-models-list');
  await routers();
  await dedicatedInference();
}

async function routers() {
  const router = await tool('genai-inference-router-create', { Name: 'cheap-first', FallbackModels: ['openai-gpt-oss-20b'] }, ({ model_router }) => model_router.name);
  const UUID = router?.model_router.uuid;
  await tool('genai-inference-router-list', page);
  await tool('genai-inference-router-get', { UUID }, ({ model_router }) => model_router.name);
  await tool('genai-inference-router-update', { UUID, Name: 'best-first' }, ({ model_router }) => model_router.name);
  await tool('genai-inference-router-task-presets', page);
  await tool('genai-inference-router-delete', { UUID });
}

async function dedicatedInference() {
  const ModelDeployments = [{
    ModelSlug: 'mistralai/Mistral-7B-Instruct-v0.3', ModelProvider: 'hugging_face', ModelID: 'none',
    Accelerators: [{ Scale: 1, Type: 'prefill_decode', AcceleratorSlug: 'gpu-mi300x1-192gb' }],
  }];
  const vpc = await tool('vpc-create, for inference', { Name: 'inference', Region: 'nyc2' }, ({ name }) => name);
  const created = await tool('dedicated-inference-create', { Name: 'chat', Region: 'nyc2', VPCUUID: vpc?.id, ModelDeployments });
  const DedicatedInferenceID = created?.dedicated_inference.id;
  await tool('dedicated-inference-list', page);
  await tool('dedicated-inference-get', { DedicatedInferenceID });
  await tool('dedicated-inference-update', { DedicatedInferenceID, Name: 'talk', Region: 'nyc2', VPCUUID: vpc?.id, ModelDeployments });
  await tool('dedicated-inference-delete', { DedicatedInferenceID });
}

export async function evaluations() {
  const metrics = await tool('genai-list-evaluation-metrics');
  await tool('genai-model-eval-list-metrics');
  await tool('genai-model-eval-list-datasets');
  await tool('genai-model-eval-list-runs', {});
  const metric = await tool('genai-model-eval-create-custom-metric', { metric_name: 'polite', scoring_prompt: 'Is the answer polite?' });
  const metric_uuid = metric?.metric_uuid ?? 'none';
  await tool('genai-model-eval-update-custom-metric', { metric_uuid, metric_name: 'kind' });
  await tool('genai-model-eval-delete-custom-metric', { metric_uuid, confirm_deletion: true });
  const presets = await tool('genai-model-eval-list-presets');
  const eval_preset_uuid = presets?.presets?.[0]?.eval_preset_uuid ?? 'none';
  await tool('genai-model-eval-get-preset', { eval_preset_uuid });
  const dataset_uuid = '123e4567-e89b-12d3-a456-426614174000';
  const cases = await tool('genai-create-evaluation-test-case', {
    name: 'basics', description: 'The basics', dataset_uuid, workspace_uuid: dataset_uuid, metrics: [metrics?.metrics?.[0]?.metric_uuid ?? 'none'],
  });
  const test_case_uuid = cases?.test_case_uuid ?? 'none';
  await tool('genai-update-evaluation-test-case', { test_case_uuid, name: 'all' });
  const run = await tool('genai-run-evaluation-test-case', { test_case_uuid, run_name: 'first', agent_deployment_names: ['helper'] });
  await tool('genai-get-evaluation-run', { evaluation_run_uuid: run?.evaluation_run_uuids?.[0] ?? 'none' });
}
