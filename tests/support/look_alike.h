/*
 * look_alike.h - how far two drawings of the same picture are apart.
 *
 * Two programs never smooth the edges of letters alike, so pixels are not compared one by one: over every field of
 * 8 by 8 pixels, the fields overlapping by half, the means of red, green and blue are compared. A mark that is missing,
 * moved by a few points or of another colour changes the mean of some field by far more than smoothing does.
 */
#ifndef GRADIENT_TESTS_LOOK_ALIKE_H
#define GRADIENT_TESTS_LOOK_ALIKE_H

/* The largest difference of all fields, 0 to 255; 256 when the sizes differ. The files are PNG. */
double look_alike_difference(const char *first, const char *second);

#endif
