"""What a person does to a transcript: words, turns, speakers, marks; each as an edit that can be taken back."""
