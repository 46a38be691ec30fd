/** {@code ./deploy/bench}: figures beside the bars of the design, both sides of each comparison in one run. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.deploy.bench;
