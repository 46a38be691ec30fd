/** Orders over HTTP. */
@org.jspecify.annotations.NullMarked
package io.controlcenter.order.ordering.web;
