/** How values look in JSON, in requests, answers and events alike. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.platform.json;
