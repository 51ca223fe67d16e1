package ca.releve.web;

import ca.releve.format.Formats;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Provides {@code #fmt} and {@code #page} to templates. */
@Component
class PageDialect extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private static final PageTools TOOLS = new PageTools();

    private final ZoneId zone;

    PageDialect(ZoneId zone) {
        super("releve");
        this.zone = zone;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of("fmt", "page");
    }

    @Override
    public Object buildObject(IExpressionContext context, String name) {
        return name.equals("fmt") ? new Formats(context.getLocale(), zone) : TOOLS;
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
