/*
 * theme_check.h - whether the colours of a theme can be read and told apart, with the numbers measured.
 *
 * Which colours meet is in theme_checks.def; contrast by WCAG 2.2, distances as in colour_distance.h.
 */
#ifndef GRADIENT_MODEL_THEME_CHECK_H
#define GRADIENT_MODEL_THEME_CHECK_H

#include "model/theme.h"

struct arena;
struct buffer;
struct diag_list;

/* Adds a warning for each pair that is too close, at the colour that is named first. */
void theme_check(const struct theme *theme, struct diag_list *diags);

/* Every pair with what was measured and what is wanted, a line each. */
void theme_table(const struct theme *theme, struct buffer *out);

#endif
