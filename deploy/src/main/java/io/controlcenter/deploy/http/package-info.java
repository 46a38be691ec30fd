/** A caller of the platform's APIs, as a front-end or a partner would be one. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.deploy.http;
