/*
 * theme.h - colours and fonts by role, as read from a theme file in layouts/.
 */
#ifndef GRADIENT_MODEL_THEME_H
#define GRADIENT_MODEL_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "base/location.h"

/* Each part 0 to 1. */
struct colour {
	double red, green, blue;
};

enum colour_role {
#define COLOUR_ROLE(symbol, name) COLOUR_##symbol,
#include "model/colour_roles.def"
#undef COLOUR_ROLE
	COLOUR_ROLE_COUNT,
};

/* One file of a font; its family, weight and slant are those the theme says, not the file. */
struct font_face {
	const char *file; /* path */
	unsigned weight;  /* 100 to 900; 400 is regular, 600 semi-bold */
	bool italic;
	struct location at;
};

enum font_role { FONT_TEXT, FONT_DISPLAY, FONT_ROLE_COUNT };

enum { FACES_MOST = 12 };

struct font_family {
	const char *name; /* for SVG and HTML fallback lists */
	struct font_face faces[FACES_MOST];
	size_t count;
};

struct image; /* scene/image.h */

/* The mark of the body that publishes: a file of the user's, never one of ours. */
struct logo {
	const char *file; /* as written; NULL = none */
	struct location at;
	double height_pt;
	const char *alternative;
	const struct image *image; /* NULL until it is read */
};

/* Two colours that may be closer than the rules want, because something else tells them apart. */
struct accepted_pair {
	enum colour_role first, second;
	const char *reason;
};

enum { THEME_ACCEPTED_MOST = 32 };

struct theme {
	const char *name, *title, *file; /* title: what it is for; "" if it does not say */
	struct colour colours[COLOUR_ROLE_COUNT];
	struct location colours_at[COLOUR_ROLE_COUNT];
	struct accepted_pair accepted[THEME_ACCEPTED_MOST];
	size_t accepted_count;
	struct font_family families[FONT_ROLE_COUNT];
	struct logo logo;
};

const char *colour_role_name(enum colour_role role);

/* COLOUR_ROLE_COUNT when there is none of that name. */
enum colour_role colour_role_find(const char *name);

/* Contrast of two colours by WCAG 2: 1 to 21. */
double colour_contrast(struct colour a, struct colour b);

#endif
