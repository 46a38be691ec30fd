@org.jspecify.annotations.NullMarked
package io.controlcenter.order.quotes.web;
