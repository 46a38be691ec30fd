/** Partner and front-end clients of the API. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.clients;
