/** What the tests of every application share; published as the test-jar. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.test;
