/** People who ask for access by themselves (handbook S70 to S72). */
@org.jspecify.annotations.NullMarked
package io.controlcenter.identity.registration;
