/** Who at the provider looks after an enterprise (handbook S3 to S23). */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.accountteam;
