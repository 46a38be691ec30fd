package io.controlcenter.platform.inbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import tools.jackson.core.JacksonException;

/** The {@link OnEvent} methods of all beans, by type. */
public final class EventHandlers implements BeanPostProcessor {

    private final Map<String, List<Handler>> byType = new HashMap<>();
    private final Set<String> topics = new TreeSet<>();

    private record Handler(Object bean, Method method, Class<?> data) {

        void handle(Event<String> event, EventJson json) {
            try {
                method.invoke(bean, event.with(json.read(event.data(), data)));
            } catch (JacksonException e) {
                throw new UnreadableEvent(event.type() + ": " + e.getOriginalMessage(), e);
            } catch (InvocationTargetException e) {
                ReflectionUtils.rethrowRuntimeException(e.getTargetException());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        var type = AopUtils.getTargetClass(bean);
        MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<OnEvent>)
                        method -> AnnotatedElementUtils.findMergedAnnotation(method, OnEvent.class))
                .forEach((method, rule) -> register(bean, method, rule));
        return bean;
    }

    private void register(Object bean, Method method, OnEvent rule) {
        var data = ResolvableType.forMethodParameter(method, 0).getGeneric(0).resolve();
        if (method.getParameterCount() != 1 || method.getParameterTypes()[0] != Event.class || data == null) {
            throw new IllegalStateException(method + " must take one Event<…>");
        }
        var callable = AopUtils.selectInvocableMethod(method, bean.getClass());
        ReflectionUtils.makeAccessible(callable);
        byType.computeIfAbsent(rule.type(), _ -> new ArrayList<>()).add(new Handler(bean, callable, data));
        topics.add(rule.topic());
    }

    public Set<String> topics() {
        return Set.copyOf(topics);
    }

    boolean knows(String type) {
        return byType.containsKey(type);
    }

    void handle(Event<String> event, EventJson json) {
        byType.getOrDefault(event.type(), List.of()).forEach(handler -> handler.handle(event, json));
    }
}
