package ca.releve.web.form;

import ca.releve.web.list.ListAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Resolves an argument of type {@link Press}. */
@Component
class PressArgumentResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final ObjectProvider<Submissions> submissions;
    private final ListAddress lists;

    PressArgumentResolver(ObjectProvider<Submissions> submissions, ListAddress lists) {
        this.submissions = submissions;
        this.lists = lists;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Press.class;
    }

    @Override
    public Press resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer page,
            NativeWebRequest request,
            WebDataBinderFactory binders) {
        return new Press(
                submissions.getObject(),
                lists,
                request.getNativeRequest(HttpServletRequest.class),
                request.getNativeResponse(HttpServletResponse.class),
                page.getModel(),
                null);
    }
}
