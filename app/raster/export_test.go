package raster

// Grey and Similarity are for the tests that draw with the whole program.
var (
	Grey       = grey
	Similarity = similarity
)
