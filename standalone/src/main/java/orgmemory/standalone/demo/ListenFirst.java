// SPDX-License-Identifier: Apache-2.0
package orgmemory.standalone.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import orgmemory.access.HttpProblem;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** While the story is told everybody may look on, and nobody changes anything: the story would come out another one. */
@Component
final class ListenFirst implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> LOOKING_ON = Set.of("GET", "HEAD", "OPTIONS");

    private final StoryTeller story;

    ListenFirst(StoryTeller story) {
        this.story = story;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // Whoever wants to listen may come in.
        registry.addInterceptor(this).excludePathPatterns("/sign-in/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (story.now().isPresent() && !LOOKING_ON.contains(request.getMethod())) {
            throw HttpProblem.later("story.being-told", 2);
        }
        return true;
    }
}
