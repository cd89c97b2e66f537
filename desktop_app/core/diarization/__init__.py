"""Who speaks when: segmentation, clustering, turns."""
