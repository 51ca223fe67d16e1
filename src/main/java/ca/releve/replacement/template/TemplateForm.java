package ca.releve.replacement.template;

import ca.releve.format.OneLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The name of a template. */
class TemplateForm {

    @NotBlank(message = "{template.name.required}")
    @Size(max = 60, message = "{template.name.long}")
    @Pattern(regexp = OneLine.PATTERN, message = "{name.characters}")
    private String templateName = "";

    static TemplateForm of(String name) {
        TemplateForm form = new TemplateForm();
        form.templateName = name;
        return form;
    }

    public String getTemplateName() {
        return templateName;
    }

    public void setTemplateName(String templateName) {
        this.templateName = templateName.strip();
    }
}
