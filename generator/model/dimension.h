/*
 * dimension.h - what figures are broken down by: dimensions, their classifications, their groups.
 *
 * A dimension ("deprivation") can be cut in several ways: classifications ("deprivation-quintile",
 * "deprivation-decile"), each a list of groups in a fixed order. Both are data (inputs/reference), so
 * that a code list that changes in the world is corrected in a file. A classification is open when its
 * groups are not listed but come from the data: age bands, organisations.
 */
#ifndef GRADIENT_MODEL_DIMENSION_H
#define GRADIENT_MODEL_DIMENSION_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

enum group_kind {
	GROUP_ORDINARY,
	GROUP_UNKNOWN, /* not stated, not known: shown last, never part of a comparison */
};

struct group {
	const char *code, *label, *short_label;
	const char *phrase; /* in the middle of a sentence: "females" */
	const char *parent; /* the broad group it belongs to; "" if none */
	enum group_kind kind;
	double lower, upper; /* age bands only: years of age; upper < lower means no upper end */
};

enum classification_form {
	CLASSIFICATION_LISTED,
	CLASSIFICATION_AGE_BANDS,    /* open; ordered by age */
	CLASSIFICATION_ORGANISATION, /* open; one group for every organisation in the data */
	CLASSIFICATION_NAMES,        /* open; groups as they come in the data */
};

struct classification {
	const char *id, *dimension;
	enum classification_form form;
	bool ordered;            /* groups run from most to least deprived: a slope has a meaning */
	const char *label;       /* "Deprivation fifth", heads the column of groups */
	const char *phrase;      /* "by deprivation fifth of England", for subtitles */
	const char *group_noun;  /* "fifth", "ethnic group" */
	const char *group_nouns; /* several of them: "fifths"; as one where nobody says */
	const char *most,
		*least; /* "the most deprived areas", "the least deprived areas"; "" if not ordered */
	const char *note;   /* printed under figures; "" if none */
	const char *series; /* that of other editions of the same groups is the same; "" if none */
	const char
		*edition; /* "the Index of Multiple Deprivation 2019", in a sentence; "" if none */
	struct group *groups;
	size_t count, capacity;
	struct string_index *names; /* every code, label and alias, case folded -> group */
};

struct dimension {
	const char *id, *label;
	bool is_age; /* a rate standardised for age has no breakdown by it */
};

struct dimensions {
	struct dimension *items;
	size_t count, capacity;
	struct classification **classifications;
	size_t classification_count, classification_capacity;
	const char *core; /* the classification that "core" stands for; NULL = "core20" */
};

enum { GROUP_ALL = -1, CLASSIFICATION_ALL = -1 };

/* -1 when there is none of that name. The classification "core" is the one that the report chooses. */
int dimension_find(const struct dimensions *dimensions, const char *id);
int classification_find(const struct dimensions *dimensions, const char *id);

/* What figures can be broken down by: dimensions, then classifications of other names. */
const char **breakdown_names(struct arena *arena, const struct dimensions *dimensions,
			     size_t *count);

/* True of two editions of the same groups, such as fifths by the index of 2019 and by that of 2025. */
bool classifications_are_editions(const struct classification *a, const struct classification *b);

/* True when groups of the same name in both need not hold the same people: both have editions that differ. */
bool classifications_differ(const struct classification *a, const struct classification *b);

/* The first classification of a dimension; -1 when it has none. */
int classification_default(const struct dimensions *dimensions, const char *dimension);

/* Group of a closed or open classification by code, label or alias, without regard to case; -1 if none. */
int group_find(const struct classification *classification, const char *name);

/*
 * The same for open classifications, adding the group when it is new: an age band is read from its
 * label ("0-4", "90+", "Under 18", "18 and over", "65 to 74"). Returns -1 when the classification is
 * listed and has no such group, or the label is no age band.
 */
int group_find_or_add(struct arena *arena, struct classification *classification, const char *name);

/* Adds a name for a group; false when it already names another one. */
bool group_add_name(struct arena *arena, struct classification *classification, const char *name,
		    int group);

/* The order of groups in print: as listed, ages from youngest to oldest, unknown last. */
int group_compare(const struct classification *classification, int a, int b);

/* True when two age bands have a year of age in common. */
bool group_overlaps(const struct group *a, const struct group *b);

/* Reads an age band. *upper < *lower means open-ended. False when text is no age band. */
bool age_band_parse(const char *text, double *lower, double *upper);

/* "0-4", "90+", "7": a code only, since the words of a label belong to the language of the report. */
const char *age_band_code(struct arena *arena, double lower, double upper);

#endif
