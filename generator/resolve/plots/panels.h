/*
 * panels.h - the panels of small multiples on their way to a plot; shared by the panels*.c files alone.
 */
#ifndef GRADIENT_RESOLVE_PLOTS_PANELS_H
#define GRADIENT_RESOLVE_PLOTS_PANELS_H

#include "resolve/plots/maker.h"

enum { PANELS_MOST = 64 };

/* The kind that is repeated. */
const struct chart_kind *panels_kind(const struct chart *chart);

/* A chart of that kind, with room for a plot, for a view. */
struct chart panels_part(const struct chart *chart, const struct scope *scope, struct view view);

/* What the notes and the subtitle of the figure say holds for every part. */
void panels_take_words(struct chart *chart, const struct chart *part);

/* The plot of such a chart; NULL after a diagnostic. */
struct plot *panels_make_part(struct chart *chart, const struct scope *scope, struct view view);

/* Makes a plot the next panel; those beyond PANELS_MOST are left out. */
void panels_add(struct chart *chart, struct plot *plot, const char *title);

/* Figures of one plot in grey under or over the marks of another one with the same categories; a note on it. */
void panels_repeat_whole(struct chart *chart, struct plot *plot, const struct plot *whole);
void panels_tell_whole(struct chart *chart, const char *name);
const char *panels_name_of_all(const struct chart *chart);

/* Adds all panels for "group", "sex", "organisation", "indicator" or "period". False after a diagnostic. */
bool panels_find(struct chart *chart, const char *what);

#endif
