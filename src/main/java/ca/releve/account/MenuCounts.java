package ca.releve.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The numbers of the user's menu; templates call it {@code @menuCounts}. */
@Component
public class MenuCounts {

    /** @return the number; 0 if the user's menu does not show it */
    public int of(String name) {
        ServletRequestAttributes attributes =
                (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return CurrentAccount.of(attributes.getRequest())
                .flatMap(me -> Optional.ofNullable(me.menuCounts().get(name)))
                .orElse(0);
    }
}
