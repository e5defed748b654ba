/*
 * setting.h - text set in the font of the body of the annual report.
 *
 * Ownership: everything lives until look_free() of the look.
 */
#ifndef GRADIENT_TESTS_SETTING_H
#define GRADIENT_TESTS_SETTING_H

#include "support/looks.h"
#include "text/compose.h"

struct setting {
	struct look look;
	int font;
};

struct setting setting_load(void);
struct text_span setting_span(const struct setting *setting, const char *words);
const struct text_paragraph *setting_compose(const struct setting *setting, const char *words,
					     struct compose_options options);
const struct text_paragraph *setting_lines(const struct setting *setting, const char *words,
					   double width);
double setting_width(const struct setting *setting, const char *words);
const char *setting_line_text(const struct setting *setting, const struct text_line *line);

#endif
