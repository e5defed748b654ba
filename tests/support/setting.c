#include "support/setting.h"

#include "base/buffer.h"

struct setting setting_load(void)
{
	struct setting setting = { .look = look_new(look_names[0]) };

	setting.font = look_font(&setting.look, ROLE_BODY);
	return setting;
}

struct text_span setting_span(const struct setting *setting, const char *words)
{
	return (struct text_span){ .text = words, .font = setting->font };
}

const struct text_paragraph *setting_compose(const struct setting *setting, const char *words,
					     struct compose_options options)
{
	struct text_span span = setting_span(setting, words);

	return text_compose(setting->look.engine, setting->look.arena, &span, 1, options);
}

const struct text_paragraph *setting_lines(const struct setting *setting, const char *words,
					   double width)
{
	return setting_compose(setting, words, (struct compose_options){ .width = width });
}

double setting_width(const struct setting *setting, const char *words)
{
	return text_width(setting->look.engine, setting->font, words);
}

const char *setting_line_text(const struct setting *setting, const struct text_line *line)
{
	struct buffer words;

	buffer_init(&words);
	for (size_t i = 0; i < line->count; i++)
		buffer_add(&words, line->fragments[i].shaped->text,
			   line->fragments[i].shaped->length);
	return buffer_finish(&words, setting->look.arena);
}
