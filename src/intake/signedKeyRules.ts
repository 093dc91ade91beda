import type { RedactionRule } from './redactionRule.ts';

const BASE64 = /[A-Za-z0-9+/]/;
const URL_BASE64 = /[A-Za-z0-9_-]/;

/**
 * Keys of Azure services carry a fixed mark, so they are known without any name beside them.
 * Marks: https://github.com/microsoft/security-utilities (rules SEC101).
 */
export const SIGNED_KEY_RULES: readonly RedactionRule[] = [
  signed('azure-storage-key', 'storage account key', '+ast', /\+ASt[A-Za-z0-9+/]{5,8}={0,2}/y, BASE64, 40),
  signed('azure-cosmos-key', 'Cosmos DB key', 'acdb', /ACDb[A-Za-z0-9+/]{5,8}={0,2}/y, BASE64, 40),
  signed(
    'azure-service-bus-key',
    'Service Bus or Event Hubs key',
    '+asb',
    /\+ASb[A-Za-z0-9+/]{5,8}={0,2}/y,
    BASE64,
    20,
  ),
  signed('azure-redis-key', 'Redis key', 'azca', /AzCa[A-Za-z0-9+/]{5,8}={0,2}/y, BASE64, 20),
  signed('azure-search-key', 'Search key', 'azse', /AzSe[A-Za-z0-9]{5,8}={0,2}/y, BASE64, 20),
  signed('azure-functions-key', 'Functions key', 'azfu', /AzFu[A-Za-z0-9_-]{5,8}={0,2}/y, URL_BASE64, 20),
  signed('azure-api-management-key', 'API Management key', 'apim', /APIM[A-Za-z0-9+/]{5,8}={0,2}/y, BASE64, 40),
  signed('azure-iot-key', 'IoT key', 'aiot', /AIoT[A-Za-z0-9+/]{5,8}={0,2}/y, BASE64, 20),
  signed('azure-registry-key', 'container registry key', '+acr', /\+ACR[A-Za-z0-9+/]{5,8}={0,2}/y, BASE64, 20),
  signed('azure-common-key', 'Azure service key', 'jqqj9', /JQQJ9[A-Za-z0-9+/]{8,40}={0,2}/y, BASE64, 30),
  signed('azure-devops-token', 'Azure DevOps token', 'azdo', /AZDO[A-Za-z0-9]{4}(?![A-Za-z0-9])/y, /[A-Za-z0-9]/, 60),
  // 64 random bytes in base64, the shape of storage and Cosmos keys without any mark.
  {
    ...signed('key-64-bytes', 'access key', '==', /==(?![A-Za-z0-9+/=])/y, BASE64, 86),
    // The digest of a package or a script.
    notBefore: /(?:sha512|integrity|hash)(?:-|["']?\s{0,2}[:=]\s{0,2}["']?)$/i,
  },
];

function signed(id: string, name: string, mark: string, pattern: RegExp, chars: RegExp, min: number): RedactionRule {
  return {
    id,
    name,
    secret: true,
    literals: [mark],
    left: { chars, min, max: 90 },
    patterns: [pattern],
    replacement: '<key>',
  };
}
