/** What has to be there before anybody can sign in. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.bootstrap;
