/** The demo data and the journey that is played on it, both through the public APIs only. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.deploy.demo;
