/*
 * colour_distance.h - how far apart two colours are to the eye, for readers of all kinds.
 *
 * Purpose: classes of a chart must be told apart by everybody, and on an office printer.
 * Units:   CIELAB under D65: lightness 0 to 100; a distance of about 2 is just seen, 10 is seen at a glance.
 * Source:  distance CIE76, the straight line in CIELAB (CIE 15:2004, 8.2.1); sRGB by IEC 61966-2-1. Sight
 *          without red or green cones: the matrices of Machado, Oliveira and Fernandes, "A Physiologically-based
 *          Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), severity 1.0, on linear sRGB.
 */
#ifndef GRADIENT_MODEL_COLOUR_DISTANCE_H
#define GRADIENT_MODEL_COLOUR_DISTANCE_H

#include "model/theme.h"

enum colour_sight {
	SIGHT_ALL,          /* all three kinds of cones */
	SIGHT_PROTANOPIA,   /* no red cones */
	SIGHT_DEUTERANOPIA, /* no green cones */
	SIGHT_COUNT,
};

struct lab {
	double lightness, a, b;
};

struct lab colour_lab(struct colour colour);

/* The colour that a reader with full sight would see in place of it. */
struct colour colour_as_seen(struct colour colour, enum colour_sight sight);

double colour_distance(struct colour first, struct colour second, enum colour_sight sight);

/* 0 (black) to 100 (white): what is left of a colour in greyscale. */
double colour_lightness(struct colour colour);

#endif
