/*
 * inline_parts.h - inline elements as words; shared by the files that resolve text alone.
 */
#ifndef GRADIENT_RESOLVE_INLINE_PARTS_H
#define GRADIENT_RESOLVE_INLINE_PARTS_H

#include "resolve/resolver.h"

enum measure measure_of(const struct word *of);

/*
 * The measure with its parameters, of a figure of the view: of one of its groups, or of the whole. False
 * after a diagnostic.
 */
bool choice_of(struct resolver *resolver, const struct data_reference *reference,
	       const struct view *view, bool of_group, struct location at,
	       struct measure_choice *out);

/*
 * The earliest view of the series that ends with one: of the periods that the scope means, not joined over a
 * break. False when nothing before may be set beside it.
 */
bool find_first_view(struct resolver *resolver, const struct scope *scope, const struct view *last,
		     struct view *first);

/* A rate is no percentage and no "1 in 7"; only what divides two figures is "times as high". as may be NULL. */
bool form_fits(const char *as, const struct indicator *indicator, enum measure measure);

#define FORM_HINT "leave as out; percentage and one-in are for percentages, times is for ratios"

/* The view and group that an inline element means; false after a diagnostic. */
bool find_figure(struct resolver *resolver, const struct scope *scope,
		 const struct inline_part *part, struct view *view,
		 const struct view_group **group);

/*
 * Notes an abbreviation. True where its long form must be written out: in running text, when this chapter
 * has not done so yet.
 */
bool abbreviation_is_new(struct resolver *resolver, const char *text, const char *full);

/* True when the author has written it out already: "integrated care board (". */
bool abbreviation_follows(const char *before, const char *full);

/* A new chapter: abbreviations are to be written out again. */
void abbreviations_begin(struct resolver *resolver);

/* The words of value, interval, phrase and name; "" after a diagnostic. *value is shown then; *about: the breakdown. */
const char *resolve_value(struct resolver *resolver, const struct scope *scope,
			  const struct inline_part *part, struct value *value);
const char *resolve_interval(struct resolver *resolver, const struct scope *scope,
			     const struct inline_part *part);
const char *resolve_phrase(struct resolver *resolver, const struct scope *scope,
			   const struct inline_part *part, struct cell_key *about);
const char *resolve_name(struct resolver *resolver, const struct scope *scope,
			 const struct inline_part *part);

#endif
