/** Version of the API, in every answer and in the OpenAPI document (semantic versioning). */
export const API_VERSION = '1.0.0';
